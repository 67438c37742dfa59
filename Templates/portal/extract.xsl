<?xml version="1.0" encoding="UTF-8"?>
<!-- All that the register holds of the reader. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">
  <xsl:import href="parts/layout.xsl"/>
  <xsl:template match="page" mode="main">
    <xsl:call-template name="heading"/>
    <p class="lead"><xsl:value-of select="f:message('extract.lead', 'day', f:date(string(@today)))"/></p>
    <section class="card">
      <h2><xsl:value-of select="f:message('extract.person')"/></h2>
      <dl class="facts">
        <xsl:for-each select="person">
          <xsl:call-template name="fact"><xsl:with-param name="label" select="'extract.name'"/><xsl:with-param name="value" select="string(@name)"/></xsl:call-template>
          <xsl:call-template name="fact"><xsl:with-param name="label" select="'statement.person'"/><xsl:with-param name="value" select="string(@number)"/></xsl:call-template>
          <xsl:call-template name="fact"><xsl:with-param name="label" select="'extract.born'"/><xsl:with-param name="value" select="string(@born)"/></xsl:call-template>
          <xsl:call-template name="fact"><xsl:with-param name="label" select="'extract.address'"/><xsl:with-param name="value" select="string(@address)"/></xsl:call-template>
          <xsl:if test="@protected"><xsl:call-template name="fact"><xsl:with-param name="label" select="'extract.protection'"/><xsl:with-param name="value" select="f:message('extract.protected')"/></xsl:call-template></xsl:if>
        </xsl:for-each>
        <xsl:for-each select="former"><xsl:call-template name="fact"><xsl:with-param name="label" select="'extract.former'"/><xsl:with-param name="value" select="concat(@name, ', ', @number)"/></xsl:call-template></xsl:for-each>
        <xsl:for-each select="former-address"><xsl:call-template name="fact"><xsl:with-param name="label" select="'extract.former-address'"/><xsl:with-param name="value" select="string(.)"/></xsl:call-template></xsl:for-each>
        <xsl:for-each select="ring"><xsl:call-template name="fact"><xsl:with-param name="label" select="'extract.membership'"/><xsl:with-param name="value"><xsl:value-of select="@name"/>, <span class="nowrap"><xsl:value-of select="@number"/></span>, <span class="nowrap"><xsl:value-of select="concat(@joined, '–', @left)"/></span></xsl:with-param></xsl:call-template></xsl:for-each>
        <xsl:call-template name="fact"><xsl:with-param name="label" select="'extract.attested'"/><xsl:with-param name="value" select="string(person/@attested)"/></xsl:call-template>
      </dl>
    </section>
    <xsl:if test="attendance">
      <section class="card">
        <table class="stack">
          <caption><xsl:value-of select="f:message('year.attendance')"/></caption>
          <thead><tr><th scope="col"><xsl:value-of select="f:message('year.day')"/></th><th scope="col">Ring</th><th scope="col"><xsl:value-of select="f:message('extract.recorded')"/></th></tr></thead>
          <tbody><xsl:for-each select="attendance"><tr><th scope="row"><xsl:call-template name="day"><xsl:with-param name="day" select="@day"/></xsl:call-template></th><td class="nowrap"><xsl:value-of select="@ring"/></td><td><xsl:value-of select="@statuses"/><xsl:if test="@attested"><xsl:value-of select="concat(', ', f:message('extract.is-attested'))"/></xsl:if><xsl:if test="not(string(@statuses))"><xsl:value-of select="f:message('extract.called')"/></xsl:if></td></tr></xsl:for-each></tbody>
        </table>
      </section>
    </xsl:if>
    <xsl:if test="session">
      <section class="card">
        <table class="stack">
          <caption><xsl:value-of select="f:message('member.training')"/></caption>
          <thead><tr><th scope="col"><xsl:value-of select="f:message('year.day')"/></th><th scope="col"><xsl:value-of select="f:message('member.module')"/></th><th scope="col"><xsl:value-of select="f:message('extract.provider')"/></th><th scope="col"><xsl:value-of select="f:message('extract.as')"/></th></tr></thead>
          <tbody><xsl:for-each select="session"><tr><th scope="row"><xsl:call-template name="day"><xsl:with-param name="day" select="@day"/></xsl:call-template><xsl:value-of select="concat(' ', @from, '–', @to)"/></th><td><xsl:value-of select="concat(@programme, ' ', @module)"/></td><td><xsl:value-of select="@provider"/></td><td><xsl:choose><xsl:when test="@participant"><xsl:value-of select="f:message('extract.participant')"/></xsl:when><xsl:otherwise><xsl:value-of select="f:message('extract.trainer')"/></xsl:otherwise></xsl:choose></td></tr></xsl:for-each></tbody>
        </table>
      </section>
    </xsl:if>
    <xsl:if test="decision">
      <section class="card">
        <table class="stack">
          <caption><xsl:value-of select="f:message('extract.decisions')"/></caption>
          <thead><tr><th scope="col"><xsl:value-of select="f:message('statement.year')"/></th><th scope="col"><xsl:value-of select="f:message('extract.outcome')"/></th><th scope="col"><xsl:value-of select="f:message('year.day')"/></th></tr></thead>
          <tbody><xsl:for-each select="decision"><tr><th scope="row"><xsl:value-of select="@year"/></th><td><xsl:value-of select="concat(@outcome, ', ', @status, ', version ', @version)"/></td><td><xsl:call-template name="day"><xsl:with-param name="day" select="@day"/></xsl:call-template></td></tr></xsl:for-each></tbody>
        </table>
        <xsl:if test="document"><p><xsl:value-of select="f:message('member.documents')"/>: <xsl:for-each select="document"><xsl:if test="position() &gt; 1">, </xsl:if><span class="nowrap"><xsl:value-of select="concat(@number, ' (', @issued, ')')"/></span></xsl:for-each></p></xsl:if>
        <xsl:if test="disclosure"><p><xsl:value-of select="f:message('extract.disclosures')"/>: <xsl:for-each select="disclosure"><xsl:if test="position() &gt; 1">, </xsl:if>Skatteverket, <xsl:value-of select="f:message('extract.control-statement', 'year', string(@year))"/> (<xsl:value-of select="@sent"/><xsl:if test="@removed"><xsl:value-of select="concat(', ', f:message('extract.removed', 'day', string(@removed)))"/></xsl:if>)</xsl:for-each></p></xsl:if>
      </section>
    </xsl:if>
    <section class="card">
      <table class="stack">
        <caption><xsl:value-of select="f:message('extract.handlings')"/></caption>
        <thead><tr><th scope="col"><xsl:value-of select="f:message('extract.when')"/></th><th scope="col"><xsl:value-of select="f:message('extract.role')"/></th><th scope="col"><xsl:value-of select="f:message('extract.purpose')"/></th><th scope="col"><xsl:value-of select="f:message('extract.kind')"/></th></tr></thead>
        <tbody><xsl:for-each select="handling"><tr><th scope="row" class="nowrap"><xsl:call-template name="day"><xsl:with-param name="day" select="@day"/></xsl:call-template><xsl:value-of select="concat(' ', @time)"/></th><td><xsl:value-of select="@role"/></td><td><xsl:value-of select="@purpose"/><xsl:if test="@subject"><xsl:text>, </xsl:text><span class="nowrap"><xsl:value-of select="@subject"/></span></xsl:if><xsl:if test="@reason"><br/><span class="small soft"><xsl:value-of select="@reason"/></span></xsl:if></td><td><xsl:choose><xsl:when test="@read and @many"><xsl:value-of select="f:message('extract.read-many')"/></xsl:when><xsl:when test="@read"><xsl:value-of select="f:message('extract.read')"/></xsl:when><xsl:otherwise><xsl:value-of select="f:message('extract.written')"/></xsl:otherwise></xsl:choose></td></tr></xsl:for-each></tbody>
      </table>
      <xsl:if test="pages/@previous or pages/@next">
        <nav class="pages" aria-label="{f:message('extract.pages')}">
          <xsl:if test="pages/@previous"><a href="/mina-sidor/registerutdrag?sida={pages/@previous}"><xsl:value-of select="f:message('extract.later')"/></a></xsl:if>
          <xsl:if test="pages/@next"><a href="/mina-sidor/registerutdrag?sida={pages/@next}"><xsl:value-of select="f:message('extract.earlier')"/></a></xsl:if>
        </nav>
      </xsl:if>
      <p class="small soft"><xsl:value-of select="f:message('extract.note')"/></p>
    </section>
  </xsl:template>
</xsl:stylesheet>
