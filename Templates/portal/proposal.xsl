<?xml version="1.0" encoding="UTF-8"?>
<!-- One proposal: its words, the law today, the answer, what is found, the drafts. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">
  <xsl:import href="parts/layout.xsl"/>
  <xsl:import href="parts/proposal.xsl"/>
  <xsl:template name="title"><xsl:value-of select="f:message('policy.title', 'id', string(/page/proposal/@id))"/></xsl:template>
  <xsl:template match="page" mode="main">
    <xsl:call-template name="heading"/>
    <xsl:for-each select="proposal">
      <p class="lead" lang="sv"><xsl:value-of select="@asks"/></p>
      <p><xsl:call-template name="findings"/></p>
      <section class="card way">
        <h2><xsl:value-of select="f:message('policy.drafts')"/></h2>
        <xsl:if test="@unchanged"><p><xsl:value-of select="f:message('policy.unchanged')"/></p></xsl:if>
        <xsl:call-template name="forms-of"><xsl:with-param name="name" select="@id"/></xsl:call-template>
      </section>
      <section class="card">
        <h2><xsl:value-of select="f:message('policy.source', 'line', string(@line))"/></h2>
        <p lang="sv"><xsl:call-template name="marked"><xsl:with-param name="text" select="../verbatim"/></xsl:call-template></p>
        <h3><xsl:value-of select="f:message('policy.law-today')"/></h3>
        <p lang="sv"><xsl:value-of select="@law"/></p>
        <h3><xsl:value-of select="f:message('policy.answer')"/></h3>
        <p lang="sv"><xsl:value-of select="@answer"/></p>
      </section>
    </xsl:for-each>
    <xsl:if test="finding">
      <section class="card">
        <h2><xsl:value-of select="f:message('policy.found')"/></h2>
        <table class="stack">
          <thead><tr><th scope="col"><xsl:value-of select="f:message('policy.severity')"/></th><th scope="col"><xsl:value-of select="f:message('policy.place')"/></th><th scope="col"><xsl:value-of select="f:message('policy.what')"/></th></tr></thead>
          <tbody><xsl:for-each select="finding"><tr><td><span><xsl:attribute name="class">state<xsl:choose><xsl:when test="@severity = 'error'"> off</xsl:when><xsl:otherwise> idle</xsl:otherwise></xsl:choose></xsl:attribute><xsl:value-of select="f:message(concat('severity.', @severity))"/></span></td><td lang="sv"><xsl:if test="@source"><xsl:value-of select="concat(f:message('policy.in-source'), ' ')"/></xsl:if><xsl:value-of select="@place"/></td><td lang="sv"><xsl:value-of select="."/></td></tr></xsl:for-each></tbody>
        </table>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The source sets words between pairs of asterisks in bold. -->
  <xsl:template name="marked">
    <xsl:param name="text"/>
    <xsl:variable name="after" select="substring-after($text, '**')"/>
    <xsl:choose>
      <xsl:when test="contains($after, '**')">
        <xsl:value-of select="substring-before($text, '**')"/>
        <strong><xsl:value-of select="substring-before($after, '**')"/></strong>
        <xsl:call-template name="marked"><xsl:with-param name="text" select="substring-after($after, '**')"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
