<?xml version="1.0" encoding="UTF-8"?>
<!-- A provider's participants with what each lacks. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">
  <xsl:import href="parts/layout.xsl"/>
  <xsl:template match="page" mode="main">
    <xsl:call-template name="heading"/>
    <div class="buttons">
      <a class="button" href="/utbildning/pass"><xsl:value-of select="f:message('page.session')"/></a>
      <a class="button plain" href="/utbildning/fil"><xsl:value-of select="f:message('page.provider-import')"/></a>
    </div>
    <h2><xsl:value-of select="f:message('provider.participants', 'count', f:amount(string(pages/@total)))"/></h2>
    <xsl:choose>
      <xsl:when test="participant">
        <div class="card">
          <table class="stack">
            <thead><tr><th scope="col"><xsl:value-of select="f:message('extract.name')"/></th><th scope="col"><xsl:value-of select="f:message('provider.progress')"/></th><th scope="col"><xsl:value-of select="f:message('provider.missing')"/></th></tr></thead>
            <tbody><xsl:apply-templates select="participant"/></tbody>
          </table>
        </div>
        <nav class="pages" aria-label="{f:message('provider.pages')}">
          <xsl:if test="pages/@previous"><a href="/utbildning?sida={pages/@previous}"><xsl:value-of select="f:message('provider.previous')"/></a></xsl:if>
          <xsl:if test="pages/@next"><a href="/utbildning?sida={pages/@next}"><xsl:value-of select="f:message('provider.next')"/></a></xsl:if>
        </nav>
      </xsl:when>
      <xsl:otherwise><p><xsl:value-of select="f:message('provider.none')"/></p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="participant">
    <tr>
      <th scope="row"><xsl:value-of select="@name"/><br/><span class="small soft nowrap"><xsl:value-of select="@number"/></span></th>
      <td>
        <svg xmlns="http://www.w3.org/2000/svg" class="meter" viewBox="0 0 1000 40" preserveAspectRatio="none" aria-hidden="true">
          <rect width="1000" height="40" class="absent"/>
          <rect height="40" class="present"><xsl:attribute name="width"><xsl:choose><xsl:when test="@credited &gt;= @required">1000</xsl:when><xsl:otherwise><xsl:value-of select="format-number(1000 * @credited div @required, '0')"/></xsl:otherwise></xsl:choose></xsl:attribute></rect>
        </svg>
        <span class="small"><xsl:value-of select="concat(f:message(concat('programme.', @programme)), ': ')"/><xsl:value-of select="f:message('provider.minutes', 'credited', f:amount(string(@credited)), 'required', f:amount(string(@required)))"/></span><br/>
        <span class="small soft"><xsl:for-each select="module"><xsl:if test="position() &gt; 1"><xsl:text> · </xsl:text></xsl:if><xsl:value-of select="concat(@name, ' ', @credited)"/><xsl:if test="@required"><xsl:value-of select="concat('/', @required)"/></xsl:if><xsl:if test="@recorded != @credited"><xsl:value-of select="concat(' (', f:message('provider.recorded', 'minutes', string(@recorded)), ')')"/></xsl:if></xsl:for-each></span>
      </td>
      <td>
        <xsl:choose>
          <xsl:when test="@completed"><span class="state"><xsl:value-of select="f:message('provider.completed', 'day', string(@completed))"/></span></xsl:when>
          <xsl:otherwise><xsl:value-of select="f:message('provider.lacks', 'minutes', f:amount(string(@missing)))"/></xsl:otherwise>
        </xsl:choose>
      </td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
