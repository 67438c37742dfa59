<?xml version="1.0" encoding="UTF-8"?>
<!-- A member's first page. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">
  <xsl:import href="parts/layout.xsl"/>
  <xsl:import href="parts/year.xsl"/>
  <xsl:template match="page" mode="main">
    <xsl:call-template name="heading"/>
    <xsl:apply-templates select="year" mode="card"/>
    <xsl:if test="not(year)"><section class="card"><h2><xsl:value-of select="f:message('member.no-year-heading')"/></h2><p><xsl:value-of select="f:message('member.no-year')"/></p></section></xsl:if>
    <div class="grid">
      <section class="card">
        <h2><xsl:value-of select="f:message('member.rings')"/></h2>
        <xsl:if test="not(ring)"><p><xsl:value-of select="f:message('member.no-ring')"/></p></xsl:if>
        <xsl:for-each select="ring">
          <h3><xsl:value-of select="@name"/></h3>
          <p class="soft">
            <span class="nowrap"><xsl:value-of select="@number"/></span><br/>
            <xsl:choose>
              <xsl:when test="@left"><xsl:value-of select="f:message('member.from-to', 'from', f:date(string(@joined)), 'to', f:date(string(@left)))"/></xsl:when>
              <xsl:otherwise><xsl:value-of select="f:message('member.since', 'day', f:date(string(@joined)))"/></xsl:otherwise>
            </xsl:choose>
            <xsl:if test="@alias"><br/><xsl:value-of select="f:message('member.alias', 'alias', string(@alias))"/></xsl:if>
            <xsl:if test="@contact"><br/><xsl:value-of select="f:message('member.contact')"/></xsl:if>
          </p>
        </xsl:for-each>
      </section>
      <xsl:apply-templates select="training"/>
    </div>
    <section class="card">
      <h2><xsl:value-of select="f:message('member.documents')"/></h2>
      <xsl:choose>
        <xsl:when test="document"><xsl:call-template name="documents"/></xsl:when>
        <xsl:otherwise><p><xsl:value-of select="f:message('member.no-documents')"/></p></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="earlier">
        <h3><xsl:value-of select="f:message('member.earlier')"/></h3>
        <ul class="links"><xsl:for-each select="earlier"><li><a href="/mina-sidor/ar/{@year}"><xsl:value-of select="f:message('member.year', 'year', string(@year))"/></a></li></xsl:for-each></ul>
      </xsl:if>
    </section>
    <section class="card way">
      <h2><xsl:value-of select="f:message('page.extract')"/></h2>
      <p><xsl:value-of select="f:message('member.extract')"/></p>
      <p><a href="/mina-sidor/registerutdrag"><xsl:value-of select="f:message('member.extract-link')"/></a></p>
    </section>
  </xsl:template>

  <xsl:template match="year" mode="card">
    <section class="card" aria-labelledby="year-{@year}">
      <h2 id="year-{@year}"><xsl:value-of select="f:message('member.year', 'year', string(@year))"/><xsl:text> </xsl:text><xsl:apply-templates select="." mode="state"/></h2>
      <p class="lead"><xsl:apply-templates select="." mode="lead"/></p>
      <xsl:apply-templates select="." mode="figures"/>
      <xsl:apply-templates select="." mode="strip"/>
      <p class="way"><a href="/mina-sidor/ar/{@year}"><xsl:value-of select="f:message('member.year-link', 'year', string(@year))"/></a></p>
    </section>
  </xsl:template>

  <xsl:template match="training">
    <section class="card">
      <h2><xsl:value-of select="f:message('member.training')"/></h2>
      <p>
        <xsl:choose>
          <xsl:when test="@completed"><xsl:value-of select="f:message('member.trained', 'day', f:date(string(@completed)))"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="f:message('member.untrained', 'credited', f:amount(string(@credited)), 'required', f:amount(string(@required)))"/></xsl:otherwise>
        </xsl:choose>
      </p>
      <svg xmlns="http://www.w3.org/2000/svg" class="meter" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect width="100" height="4" class="absent"/>
        <rect height="4" class="present">
          <xsl:attribute name="width"><xsl:choose><xsl:when test="@completed or @credited &gt;= @required">100</xsl:when><xsl:otherwise><xsl:value-of select="format-number(100 * @credited div @required, '0')"/></xsl:otherwise></xsl:choose></xsl:attribute>
        </rect>
      </svg>
      <table>
        <thead><tr><th scope="col"><xsl:value-of select="f:message('member.module')"/></th><th scope="col" class="number"><xsl:value-of select="f:message('member.minutes')"/></th></tr></thead>
        <tbody>
          <xsl:for-each select="module"><tr><th scope="row"><xsl:value-of select="@name"/></th><td class="number"><xsl:value-of select="f:amount(string(@credited))"/></td></tr></xsl:for-each>
        </tbody>
      </table>
      <p class="way"><a href="/mina-sidor/utbildning"><xsl:value-of select="f:message('member.training-link')"/></a></p>
    </section>
  </xsl:template>

  <xsl:template name="documents">
    <table class="stack">
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="f:message('member.document')"/></th>
          <th scope="col"><xsl:value-of select="f:message('statement.issued')"/></th>
          <th scope="col" class="way"><xsl:value-of select="f:message('member.open-as')"/></th>
          <xsl:if test="document/@code"><th scope="col"><xsl:value-of select="f:message('statement.code')"/></th></xsl:if>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="document">
          <tr>
            <th scope="row">
              <xsl:value-of select="f:message(concat('document.', @kind))"/><br/><span class="nowrap small soft"><xsl:value-of select="@number"/></span>
              <xsl:if test="@replaced-by"><br/><span class="state off"><xsl:value-of select="f:message('member.replaced')"/></span></xsl:if>
            </th>
            <td data-label="{f:message('statement.issued')}"><xsl:call-template name="day"><xsl:with-param name="day" select="@issued"/></xsl:call-template></td>
            <td class="way">
              <ul class="links">
                <xsl:variable name="number" select="@number"/>
                <li><a href="/mina-sidor/dokument/{$number}.pdf" aria-label="PDF, {$number}">PDF</a></li>
                <li><a href="/mina-sidor/dokument/{$number}.html" aria-label="HTML, {$number}">HTML</a></li>
                <li><a href="/mina-sidor/dokument/{$number}.xml" aria-label="XML, {$number}">XML</a></li>
              </ul>
            </td>
            <xsl:if test="@code">
            <td>
              <xsl:choose>
                <xsl:when test="@open"><span class="code small"><xsl:value-of select="@code"/></span></xsl:when>
                <xsl:otherwise><span class="soft"><xsl:value-of select="f:message('member.withdrawn')"/></span></xsl:otherwise>
              </xsl:choose>
              <form method="post" action="/mina-sidor/dokument/{@number}/kod">
                <input type="hidden" name="token" value="{/page/@token}"/>
                <input type="hidden" name="open"><xsl:attribute name="value"><xsl:choose><xsl:when test="@open">no</xsl:when><xsl:otherwise>yes</xsl:otherwise></xsl:choose></xsl:attribute></input>
                <button class="linklike small" aria-label="{f:message(concat('member.code-', @open, '-label'), 'number', string(@number))}"><xsl:value-of select="f:message(concat('member.code-', @open))"/></button>
              </form>
            </td>
            </xsl:if>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
    <xsl:if test="document/@code"><p class="small soft"><xsl:value-of select="f:message('member.code-note')"/></p></xsl:if>
  </xsl:template>
</xsl:stylesheet>
