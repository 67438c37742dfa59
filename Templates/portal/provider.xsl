<?xml version="1.0" encoding="UTF-8"?>
<!-- A provider's participants with what each lacks. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">
  <xsl:import href="parts/layout.xsl"/>
  <xsl:import href="parts/list.xsl"/>
  <xsl:import href="parts/training.xsl"/>
  <xsl:template match="page" mode="main">
    <xsl:call-template name="heading"/>
    <div class="buttons">
      <a class="button" href="/utbildning/pass"><xsl:value-of select="f:message('page.session')"/></a>
      <a class="button plain" href="/utbildning/fil"><xsl:value-of select="f:message('page.provider-import')"/></a>
      <a class="button plain" href="/utbildning/certifikat"><xsl:value-of select="f:message('page.certificates')"/></a>
    </div>
    <h2><xsl:value-of select="f:message('provider.participants', 'count', f:amount(string(list/@total)))"/></h2>
    <xsl:apply-templates select="list" mode="narrow"/>
    <xsl:choose>
      <xsl:when test="participant">
        <div class="card">
          <table class="stack">
            <thead><tr><th scope="col"><xsl:value-of select="f:message('extract.name')"/></th><th scope="col"><xsl:value-of select="f:message('provider.progress')"/></th><th scope="col"><xsl:value-of select="f:message('provider.missing')"/></th></tr></thead>
            <tbody><xsl:apply-templates select="participant"/></tbody>
          </table>
        </div>
        <xsl:apply-templates select="list" mode="pages"/>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="list" mode="none"><xsl:with-param name="none" select="f:message('provider.none')"/></xsl:apply-templates></xsl:otherwise>
    </xsl:choose>
    <section class="card">
      <h2><xsl:value-of select="f:message('provider.approvals')"/></h2>
      <xsl:choose>
        <xsl:when test="approval">
          <table class="stack">
            <thead><tr><th scope="col"><xsl:value-of select="f:message('facet.program')"/></th><th scope="col"><xsl:value-of select="f:message('provider.from')"/></th><th scope="col"><xsl:value-of select="f:message('provider.to')"/></th></tr></thead>
            <tbody>
              <xsl:for-each select="approval">
                <tr>
                  <th scope="row"><xsl:value-of select="f:message(concat('programme.', @programme))"/><xsl:if test="not(@valid)"><xsl:text> </xsl:text><span class="state off"><xsl:value-of select="f:message('provider.not-valid')"/></span></xsl:if></th>
                  <td data-label="{f:message('provider.from')}"><xsl:call-template name="day"><xsl:with-param name="day" select="@from"/></xsl:call-template></td>
                  <td data-label="{f:message('provider.to')}"><xsl:choose><xsl:when test="@to"><xsl:call-template name="day"><xsl:with-param name="day" select="@to"/></xsl:call-template></xsl:when><xsl:otherwise><xsl:value-of select="f:message('provider.open')"/></xsl:otherwise></xsl:choose></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </xsl:when>
        <xsl:otherwise><p><xsl:value-of select="f:message('provider.no-approval')"/></p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <xsl:template match="participant">
    <xsl:variable name="credited"><xsl:call-template name="length"><xsl:with-param name="minutes" select="@credited"/></xsl:call-template></xsl:variable>
    <xsl:variable name="required"><xsl:call-template name="length"><xsl:with-param name="minutes" select="@required"/></xsl:call-template></xsl:variable>
    <tr>
      <th scope="row"><a href="{@path}"><xsl:value-of select="@name"/></a><br/><span class="small soft nowrap"><xsl:value-of select="@number"/></span></th>
      <td>
        <xsl:call-template name="meter"><xsl:with-param name="part" select="@credited"/><xsl:with-param name="whole" select="@required"/></xsl:call-template>
        <span class="small"><xsl:value-of select="concat(f:message(concat('programme.', @programme)), ': ', f:message('progress.so-far', 'credited', string($credited), 'required', string($required)))"/></span>
      </td>
      <td>
        <xsl:choose>
          <xsl:when test="@completed"><span class="state"><xsl:value-of select="f:message('provider.completed', 'day', string(@completed))"/></span></xsl:when>
          <xsl:otherwise><span class="small"><xsl:for-each select="lacks"><xsl:if test="position() &gt; 1"><xsl:text>, </xsl:text></xsl:if><xsl:value-of select="@name"/></xsl:for-each><xsl:if test="not(lacks)"><xsl:call-template name="length"><xsl:with-param name="minutes" select="@missing"/></xsl:call-template></xsl:if></span></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="@certificate"><br/><span class="small soft nowrap"><xsl:value-of select="concat(f:message('provider.certificate'), ' ', @certificate)"/></span><xsl:if test="@standing != 'giltigt'"><xsl:text> </xsl:text><span class="state off"><xsl:value-of select="f:message(concat('certificate.', @standing))"/></span></xsl:if></xsl:if>
      </td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
